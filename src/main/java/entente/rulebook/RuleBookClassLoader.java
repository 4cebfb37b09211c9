package entente.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads a compiled book from its own jar first, as another book can be on the class path. */
final class RuleBookClassLoader extends URLClassLoader {

    /** @param jar jar of the compiled book, read on each access */
    RuleBookClassLoader(Path jar) throws MalformedURLException {
        super(new URL[] {jar.toUri().toURL()}, RuleBookClassLoader.class.getClassLoader());
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
            // The JDK's cache would keep the file of every book open for the lifetime of the process.
            connection.setUseCaches(false);
            return connection.getInputStream();
        } catch (IOException unreadable) {
            return null;
        }
    }
}
