// Marks what the browser can do, before GOV.UK Frontend looks for it, and starts its parts. A page works without.
import { initAll } from "./govuk-frontend.min.js";

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
