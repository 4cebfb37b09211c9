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
      // Its main part has the operations only; what stands around them are regions.
      document.querySelectorAll("#calls section:not(main section, [aria-label])").forEach((each) =>
        each.setAttribute("aria-label", each.matches(".schemes") ? "Connection" : each.matches(".models") ? "Schemas" : "About"));
      document.querySelectorAll("#calls pre:not([tabindex])").forEach((each) => each.setAttribute("tabindex", "0"));
    };
    name();
    new MutationObserver(name).observe(document.getElementById("calls"), { childList: true, subtree: true });
  },
});
