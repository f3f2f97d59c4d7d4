package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.Application;
import java.util.Optional;

/** Finds the application that a key belongs to. */
public interface ApplicationLookup {
    Optional<Application> findApplication(String key);
}
