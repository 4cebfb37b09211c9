/** The service killed while it works. */
package entente.crash;
