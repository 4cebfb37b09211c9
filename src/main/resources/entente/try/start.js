"use strict";

SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#calls",
  deepLinking: false,
  validatorUrl: null,
  tryItOutEnabled: true,
  // What the library leaves out for readers of screens; it draws parts anew when they are opened.
  onComplete: () => {
    const name = () => {
      document.querySelectorAll("#servers:not([aria-label])").forEach((each) => each.setAttribute("aria-label", "Server"));
      document.querySelectorAll("h3:not([aria-level])").forEach((each) => each.setAttribute("aria-level", "2"));
      document.querySelectorAll("h4:not([aria-level])").forEach((each) => each.setAttribute("aria-level", "3"));
      // All of it is the main part of the page, and the operations are a region of it.
      document.querySelectorAll("#calls main:not([role])").forEach((each) => {
        each.setAttribute("role", "region");
        each.setAttribute("aria-label", "Operations");
      });
    };
    name();
    new MutationObserver(name).observe(document.getElementById("calls"), { childList: true, subtree: true });
  },
});
