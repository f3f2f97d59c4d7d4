package com.gloebit.simulator;

import java.util.Optional;

/** Finds the application that a key belongs to. */
interface ApplicationLookup {
    Optional<Application> findApplication(String key);
}
