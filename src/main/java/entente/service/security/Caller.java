package entente.service.security;

import entente.service.keys.Role;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The authenticated caller. Its name is the owner of what it stores, and the value of {@code getRemoteUser}. */
final class Caller {

    private Caller() {}

    /** Credentials are not retained. */
    static Authentication of(String name, Role role) {
        String[] roles = role.all().stream().map(each -> "ROLE_" + each.name()).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(name, "", AuthorityUtils.createAuthorityList(roles));
    }

    /** An authenticated caller without permissions. */
    static Authentication withoutRoles(String name) {
        return UsernamePasswordAuthenticationToken.authenticated(name, "", List.of());
    }
}
