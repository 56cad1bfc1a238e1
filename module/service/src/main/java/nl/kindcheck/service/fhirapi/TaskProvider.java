package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.fhir.StatementViews;
import nl.kindcheck.fhir.TaskView;
import nl.kindcheck.service.kindcheck.CheckTask;
import nl.kindcheck.service.kindcheck.CheckTasks;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open and closed checks as tasks, each with one owner and a due date. */
@Component
public class TaskProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "Task";

  private final CheckTasks tasks;
  private final TenantSql sql;
  private final CurrentAccess access;
  private final SearchPages pages;
  private final PublicUrl publicUrl;
  private final ReasonTexts words;

  TaskProvider(
      CheckTasks tasks,
      TenantSql sql,
      CurrentAccess access,
      SearchPages pages,
      PublicUrl publicUrl,
      ReasonTexts words) {
    this.tasks = tasks;
    this.sql = sql;
    this.access = access;
    this.pages = pages;
    this.publicUrl = publicUrl;
    this.words = words;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Task.class;
  }

  @Read
  public Task read(@IdParam IdType id) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    UUID task = Ids.uuid(id);
    return sql.inTransaction(tenant, () -> tasks.byId(tenant, task))
        .map(this::view)
        .orElseThrow(Ids::notFound);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "status") @Nullable TokenParam status,
      @OptionalParam(name = "owner") @Nullable ReferenceParam owner,
      @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("patient", Ids.reference("patient", patient, "Patient"));
    parameters.put("status", Ids.code("status", status));
    Ids.plain("owner", owner == null || (owner.getMissing() == null && owner.getChain() == null));
    parameters.put("owner", owner == null ? null : owner.getValue());
    return pages.first(TYPE, parameters, count);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    return tasks
        .search(
            tenant,
            parameters.get("patient"),
            parameters.get("status"),
            parameters.get("owner"),
            offset,
            count)
        .stream()
        .map(this::view)
        .toList();
  }

  private Task view(CheckTask task) {
    boolean role = task.owner() instanceof Owner.Role;
    Task view = resource(task, role);
    if (task.owner() instanceof Owner.Role r) {
      view.getOwner().setDisplay(words.role(r.role(), Texts.DUTCH));
    }
    return view;
  }

  private Task resource(CheckTask task, boolean role) {
    return StatementViews.task(
        new TaskView(
            task.id().toString(),
            task.kind().code(),
            task.status().code(),
            task.patient(),
            task.encounter(),
            task.owner() instanceof Owner.Role r
                ? r.role()
                : ((Owner.Person) task.owner()).reference(),
            role,
            task.due(),
            task.createdAt(),
            task.changedAt(),
            publicUrl.of("/launch"),
            task.question() == null ? null : task.question().text(),
            task.question() == null ? null : task.question().by()));
  }
}
