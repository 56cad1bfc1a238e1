package nl.kindcheck.service.meldcode;

import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.ResponseId;
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
          .mapper();

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
