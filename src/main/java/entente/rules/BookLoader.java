package entente.rules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** Loads a compiled book from its own jar first, for another book can stand on the class path. */
final class BookLoader extends URLClassLoader {

    BookLoader(URL jar, ClassLoader parent) {
        super(new URL[] {jar}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("entente.rulebook.")) {
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
            return own == null ? null : own.openStream();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
