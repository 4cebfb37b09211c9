package entente.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/** Loads a compiled book from its own jar first, for another book can stand on the class path. */
final class RuleBookClassLoader extends URLClassLoader {

    /** @param jar of the compiled book; read again whenever something of it is asked for */
    RuleBookClassLoader(URL jar, ClassLoader parent) {
        super(new URL[] {jar}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("entente.rules.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        URL own = findResource(name);
        try {
            if (own == null) {
                return null;
            }
            URLConnection connection = own.openConnection();
            // What the JDK keeps open for next time it keeps open for ever, one file for each book that ever was.
            connection.setUseCaches(false);
            return connection.getInputStream();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
