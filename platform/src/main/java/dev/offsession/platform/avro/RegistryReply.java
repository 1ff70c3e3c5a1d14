package dev.offsession.platform.avro;

import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;

/** What the registry answered: a status below 500 and a JSON body. */
record RegistryReply(int status, JsonNode body) {

  /** The body of a 200; anything else is a refusal with the registry's own code and reason. */
  JsonNode expectOk(String what) {
    if (status != 200) {
      throw new SerializationException(refusal(what));
    }
    return body;
  }

  /** Whether the registry itself says that this schema, subject or version does not exist. */
  boolean saysUnknown() {
    return status == 404 && body.path("error_code").asInt(0) >= 40400;
  }

  String refusal(String what) {
    return "The schema registry refused "
        + what
        + ": HTTP "
        + status
        + " "
        + body.path("error_code").asString("")
        + " "
        + body.path("message").asString("");
  }
}
