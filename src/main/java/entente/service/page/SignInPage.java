package entente.service.page;

/**
 * What the page for signing in shows.
 *
 * @param available whether the service has keys
 * @param to where it leads afterwards
 * @param refusal why the last key was refused; empty at first
 */
public record SignInPage(boolean available, String to, String refusal) {}
