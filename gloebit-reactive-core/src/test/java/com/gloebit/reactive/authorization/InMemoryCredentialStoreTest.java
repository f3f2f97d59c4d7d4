package com.gloebit.reactive.authorization;

class InMemoryCredentialStoreTest extends CredentialStoreContract {
    @Override
    protected CredentialStore emptyStore() {
        return new InMemoryCredentialStore();
    }
}
