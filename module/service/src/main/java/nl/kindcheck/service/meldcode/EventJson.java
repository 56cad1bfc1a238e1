package nl.kindcheck.service.meldcode;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import java.util.function.Function;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How events are written in the database: with their kind; ids as plain text. */
final class EventJson {

  private static final JsonMapper MAPPER = mapper();
  private static final ObjectWriter WRITER = MAPPER.writerFor(MeldcodeEvent.class);
  private static final ObjectReader READER = MAPPER.readerFor(MeldcodeEvent.class);

  private EventJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface WithKind {}

  static String write(MeldcodeEvent event) {
    return WRITER.writeValueAsString(event);
  }

  static MeldcodeEvent read(String json) {
    return READER.readValue(json);
  }

  private static JsonMapper mapper() {
    SimpleModule module = new SimpleModule();
    text(module, ChildId.class, t -> new ChildId(UUID.fromString(t)));
    text(module, ResponseId.class, t -> new ResponseId(UUID.fromString(t)));
    JsonMapper.Builder builder =
        JsonMapper.builder().addModule(module).addMixIn(MeldcodeEvent.class, WithKind.class);
    kinds(builder, MeldcodeEvent.class);
    return builder.build();
  }

  private static void kinds(JsonMapper.Builder builder, Class<?> sealed) {
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        kinds(builder, kind);
      } else {
        builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
    module.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getString());
          }
        });
  }
}
