// Marks what the browser can do, before GOV.UK Frontend looks for it, and starts its parts. A page works without.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
