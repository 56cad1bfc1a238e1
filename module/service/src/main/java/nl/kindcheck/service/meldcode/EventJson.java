package nl.kindcheck.service.meldcode;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.Also;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.service.platform.KindJson;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** How events are written in the database. */
final class EventJson {

  private static final JsonMapper MAPPER =
      new KindJson()
          .text(ChildId.class, t -> new ChildId(UUID.fromString(t)))
          .text(ResponseId.class, t -> new ResponseId(UUID.fromString(t)))
          .kindsOf(MeldcodeEvent.class)
          .as(MeldcodeEvent.Opened.class, OneChildBefore.class)
          .mapper();

  /** Records opened before one could be about more than one child named one, or none. */
  private interface OneChildBefore {
    @JsonAlias("child")
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<ChildId> children();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<Also> also();
  }

  private static final ObjectWriter WRITER = MAPPER.writerFor(MeldcodeEvent.class);
  private static final ObjectReader READER = MAPPER.readerFor(MeldcodeEvent.class);

  private EventJson() {}

  static String write(MeldcodeEvent event) {
    return WRITER.writeValueAsString(event);
  }

  static MeldcodeEvent read(String json) {
    return READER.readValue(json);
  }
}
