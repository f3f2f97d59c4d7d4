package com.gloebit.simulator;

import java.util.List;

/** How many of which product a request is about. */
record ProductQuantity(String product, int count) {
    static ProductQuantity of(Members members) {
        return new ProductQuantity(members.text("product_name"), members.count("count"));
    }

    /** The older form: product and count at the end of the path, no body. */
    static ProductQuantity ofPath(Request request, List<String> path) {
        Bodies.expectNone(request);
        return new ProductQuantity(path.get(0), Members.count("the count", path.get(1)));
    }
}
