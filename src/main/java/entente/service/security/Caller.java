package entente.service.security;

import entente.service.keys.Role;
import java.util.Arrays;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The authenticated caller. Its name is the owner of what it stores, and the value of {@code getRemoteUser}. */
final class Caller {

    private Caller() {}

    /** With the permissions of all these roles; credentials are not retained. */
    static Authentication of(String name, Role... roles) {
        String[] authorities = Arrays.stream(roles)
                .flatMap(role -> role.all().stream())
                .map(role -> "ROLE_" + role)
                .distinct()
                .toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                name, "", AuthorityUtils.createAuthorityList(authorities));
    }
}
