package entente.service.security;

import entente.service.keys.Role;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** The authenticated caller. Its name is the owner of what it stores, and the value of {@code getRemoteUser}. */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String name;

    private Caller(String name, List<GrantedAuthority> may) {
        super(may);
        this.name = name;
        setAuthenticated(true);
    }

    static Caller of(String name, Role role) {
        String[] roles = role.all().stream().map(each -> "ROLE_" + each.name()).toArray(String[]::new);
        return new Caller(name, AuthorityUtils.createAuthorityList(roles));
    }

    /** An authenticated caller without permissions. */
    static Caller withoutRoles(String name) {
        return new Caller(name, List.of());
    }

    /** The local caller, if there are no accounts. */
    static Caller local() {
        return of("local", Role.OPERATOR);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    /** Credentials are not retained. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
