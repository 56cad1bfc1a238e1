package nl.kindcheck.service.platform;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Makes mappers for core's records as they are written in the database: the kinds of a sealed type
 * by their name in the field {@code is}, ids and the like as plain text.
 */
public final class KindJson {

  private final SimpleModule texts = new SimpleModule();
  private final JsonMapper.Builder mapper = JsonMapper.builder();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface WithKind {}

  /** Values of this type are what their {@code toString} says. */
  public <T> KindJson text(Class<T> type, Function<String, T> read) {
    texts.addSerializer(
        type,
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toString());
          }
        });
    texts.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getString());
          }
        });
    return this;
  }

  /** Values of this sealed type carry their kind. */
  public KindJson kindsOf(Class<?> sealed) {
    mapper.addMixIn(sealed, WithKind.class);
    name(sealed);
    return this;
  }

  /**
   * Values of this type are read and written as the annotations of another say, for instance where
   * an older way of writing them must still be read.
   */
  public KindJson as(Class<?> type, Class<?> annotated) {
    mapper.addMixIn(type, annotated);
    return this;
  }

  private void name(Class<?> sealed) {
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        name(kind);
      } else {
        mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
  }

  public JsonMapper mapper() {
    return mapper.addModule(texts).build();
  }
}
