"use strict";

SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#calls",
  deepLinking: false,
  validatorUrl: null,
  tryItOutEnabled: true
});
