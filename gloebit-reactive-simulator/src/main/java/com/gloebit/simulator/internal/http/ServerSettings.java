package com.gloebit.simulator.internal.http;

import com.gloebit.simulator.internal.tls.SelfSignedCertificate;
import java.util.Optional;

/**
 * Settings of the server.
 *
 * @param port the port, 0 for a free one
 * @param certificate the certificate for https; empty for http
 */
public record ServerSettings(int port, Optional<SelfSignedCertificate> certificate) {}
