package com.gloebit.reactive.redeploy;

import java.net.URL;
import java.net.URLClassLoader;

/** An application's class loader: the library is its own, and the rest is the server's. */
final class Deployment extends URLClassLoader {
    private static final String OWN = "com.gloebit.reactive.";

    Deployment(Class<?>... from) {
        super(places(from), Deployment.class.getClassLoader());
    }

    boolean hasLoaded(String name) {
        return findLoadedClass(name) != null;
    }

    private static URL[] places(Class<?>... from) {
        URL[] places = new URL[from.length];
        for (int i = 0; i < from.length; i++) {
            places[i] = from[i].getProtectionDomain().getCodeSource().getLocation();
        }
        return places;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
