package dev.offsession.platform.avro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schema to id and id to schema through the Confluent registry API, as Apicurio, Karapace, Redpanda
 * and Confluent's own registry serve it. Answers never change and are kept; failures are not.
 *
 * <p>Every call may block for {@link RegistrySettings#retryFor()} and throws {@link
 * UnavailableException} after that, or {@link SerializationException} when the registry refuses.
 */
public final class SchemaRegistryClient {

  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private record Version(String subject, Schema schema) {}

  private final RegistrySettings settings;
  private final RegistryHttp http;
  private final OnceEach<Version, Integer> ids = new OnceEach<>();
  private final OnceEach<Integer, Schema> schemas = new OnceEach<>();

  public SchemaRegistryClient(RegistrySettings settings) {
    this.settings = settings;
    this.http = new RegistryHttp(settings);
  }

  /** The id of exactly this schema under this subject, never that of the subject's latest. */
  public int idOf(String subject, Schema schema) {
    return ids.get(new Version(subject, schema), () -> findOrRegister(subject, schema));
  }

  /**
   * The writer's schema that carries this id. Only the registry's own "no such schema" speaks
   * against the record; a refusal for any other reason (credentials, a wrong address) counts as
   * unavailable, so that good records are not given up.
   */
  public Schema schemaOf(int id) {
    return schemas.get(id, () -> fetch(id));
  }

  /**
   * Registers this text under the subject, unless it is there already, and holds the subject to
   * full transitive compatibility.
   *
   * @return the id of the schema
   */
  public int provision(String subject, String schemaText) {
    String path = "/subjects/" + encoded(subject);
    boolean known = http.get(path + "/versions").status() == 200;
    if (known) {
      holdCompatible(subject);
    }
    int id =
        http.post(path + "/versions?normalize=true", asRequest(schemaText))
            .expectOk("a schema under " + subject)
            .path("id")
            .intValue();
    if (!known) {
      holdCompatible(subject);
    }
    return id;
  }

  private void holdCompatible(String subject) {
    String body =
        JsonMapper.shared().createObjectNode().put("compatibility", COMPATIBILITY).toString();
    http.put("/config/" + encoded(subject), body).expectOk("the compatibility of " + subject);
  }

  private Schema fetch(int id) {
    RegistryReply reply = http.get("/schemas/ids/" + id);
    if (reply.status() != 200 && !reply.saysUnknown()) {
      throw new UnavailableException(reply.refusal("schema id " + id), null);
    }
    JsonNode body = reply.expectOk("schema id " + id);
    boolean avro = body.path("schemaType").asString("AVRO").equals("AVRO");
    if (!avro || !body.path("references").isEmpty()) {
      throw new SerializationException(
          "Schema id " + id + " is not one self-contained Avro schema");
    }
    return parse(id, body.path("schema").asString(""));
  }

  private static Schema parse(int id, String text) {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      throw new SerializationException("Schema id " + id + " is not valid Avro", e);
    }
  }

  private int findOrRegister(String subject, Schema schema) {
    String path = "/subjects/" + encoded(subject);
    String body = asRequest(SourceText.of(schema));
    RegistryReply reply = http.post(path + "?normalize=true", body);
    if (reply.status() == 404 && settings.register()) {
      reply = http.post(path + "/versions?normalize=true", body);
    }
    String what =
        schema.getFullName()
            + " under "
            + subject
            + " (register a schema before its producer is deployed)";
    return reply.expectOk(what).path("id").intValue();
  }

  private static String asRequest(String schemaText) {
    return JsonMapper.shared().createObjectNode().put("schema", schemaText).toString();
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8);
  }
}
