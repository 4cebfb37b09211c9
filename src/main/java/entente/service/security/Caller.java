package entente.service.security;

import entente.service.keys.Role;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who asks. The name owns what it keeps, and is what {@code getRemoteUser} gives. */
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

    /** Somebody known who may do nothing. */
    static Caller withoutRoles(String name) {
        return new Caller(name, List.of());
    }

    /** Whoever asks on this machine itself, where there are no accounts. */
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

    /** A key is not kept once it has been looked at. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
