package com.gloebit.reactive.internal.calls;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import com.gloebit.reactive.internal.endpoint.Endpoints;
import com.gloebit.reactive.internal.pipeline.EndpointInvoker;
import com.gloebit.reactive.internal.subject.ProductChange;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.inventory.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls for the products of a user or a character. */
public final class ProductCalls implements Products {
    private static final int MAX_NAME = 255;
    private final EndpointInvoker invoker;
    private final @Nullable UUID character;

    public ProductCalls(EndpointInvoker invoker, @Nullable UUID character) {
        this.invoker = invoker;
        this.character = character;
    }

    @Override
    public Flux<ProductCount> list() {
        Mono<List<ProductCount>> answer = character == null
                ? invoker.call(Endpoints.USER_PRODUCTS)
                : invoker.call(Endpoints.CHARACTER_PRODUCTS, character);
        return answer.flatMapIterable(products -> products);
    }

    @Override
    public Mono<Long> consume(String product, int count) {
        return change(
                Endpoints.CONSUME_USER_PRODUCT,
                Endpoints.CONSUME_CHARACTER_PRODUCT,
                product,
                Arguments.atLeastOne("count", count));
    }

    @Override
    public Mono<Long> grant(String product, int count) {
        return change(
                Endpoints.GRANT_USER_PRODUCT,
                Endpoints.GRANT_CHARACTER_PRODUCT,
                product,
                Arguments.atLeastOne("count", count));
    }

    @Override
    public Mono<Long> setCount(String product, int count) {
        return change(
                Endpoints.SET_USER_PRODUCT_COUNT,
                Endpoints.SET_CHARACTER_PRODUCT_COUNT,
                product,
                Arguments.between("count", count, 0, Integer.MAX_VALUE));
    }

    private Mono<Long> change(
            Endpoint<ProductChange, Long> userEndpoint,
            Endpoint<ProductChange, Long> characterEndpoint,
            String product,
            int count) {
        ProductChange change = new ProductChange(Arguments.text("product", product, MAX_NAME), count, character);
        return invoker.call(character == null ? userEndpoint : characterEndpoint, change);
    }
}
