// Marks what the browser can do, before GOV.UK Frontend looks for it, and starts its parts. A page works without.
import { initAll } from "./govuk-frontend.min.js";

// A draft that is on its way has a version that the page does not know yet. So what is sent waits for it, or it would
// seem to come from another window; and after it no draft is kept any more.
let sent = new WeakSet();
addEventListener("pageshow", () => (sent = new WeakSet()));
addEventListener("htmx:beforeRequest", (event) => sent.has(event.target) && event.preventDefault());
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.classList.contains("htmx-request")) {
    event.preventDefault();
    form.addEventListener("htmx:afterRequest", () => form.requestSubmit(event.submitter), { once: true });
  } else {
    sent.add(form);
  }
});

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// What is typed is kept while it is typed. Where that fails it is said, so that nobody believes it was.
for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failed, () => {
    const state = document.getElementById("draft-state");
    if (state) {
      state.textContent = state.dataset.failed;
    }
  });
}
