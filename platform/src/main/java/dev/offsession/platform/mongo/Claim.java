package dev.offsession.platform.mongo;

import static java.util.Objects.requireNonNull;

import org.bson.Document;

/**
 * A document taken by this process until its lease ends.
 *
 * @param id the document's {@code _id}
 * @param fence number of this claim; a write with an older one changes nothing
 * @param document the whole document as it was after the claim
 */
public record Claim(Object id, long fence, Document document) {

  static Claim of(Document document) {
    Object id = requireNonNull(document.get("_id"));
    Number fence = requireNonNull(document.get(DueClaims.FENCE, Number.class));
    return new Claim(id, fence.longValue(), document);
  }
}
