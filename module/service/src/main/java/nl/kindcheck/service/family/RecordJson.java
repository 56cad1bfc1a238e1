package nl.kindcheck.service.family;

import java.util.UUID;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.service.platform.KindJson;
import tools.jackson.databind.json.JsonMapper;

/** How core's records are written as JSON in the database. */
final class RecordJson {

  static final JsonMapper MAPPER =
      new KindJson()
          .text(ChildId.class, t -> new ChildId(UUID.fromString(t)))
          .text(CarerId.class, t -> new CarerId(UUID.fromString(t)))
          .text(ResponseId.class, t -> new ResponseId(UUID.fromString(t)))
          .text(PartialDate.class, PartialDate::parse)
          .kindsOf(Claim.class)
          .mapper();

  private RecordJson() {}
}
