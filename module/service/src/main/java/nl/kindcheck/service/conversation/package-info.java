/**
 * The screen of the conversation: three ways through a Kindcheck, drafts that lose nothing, a
 * correction, and the summary that the parent can read.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "audit",
      "epdfamily",
      "kindcheck",
      "family",
      "launch",
      "tenancy",
      "platform"
    })
package nl.kindcheck.service.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
