/** Entente side by side with other engines: the same rule bases and scenarios, one process, ratios of processor time. */
package entente.sidebyside;
