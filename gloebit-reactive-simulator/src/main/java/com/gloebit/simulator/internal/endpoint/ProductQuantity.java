package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.List;

/** The product and the count of a request. Some endpoints allow the count 0. */
record ProductQuantity(String product, int count) {
    static ProductQuantity of(RequestMembers members) {
        return new ProductQuantity(members.text("product_name"), members.wholeNumber("count"));
    }

    /** Reads the older form, with product and count at the end of the path. */
    static ProductQuantity ofPath(Request request, List<String> path) {
        Bodies.expectNoneBesidesPath(request);
        return new ProductQuantity(path.get(0), RequestMembers.wholeNumber("the count", path.get(1)));
    }

    ProductQuantity aboveZero() {
        if (count == 0) {
            throw new ContractViolation("the count is not above 0");
        }
        return this;
    }
}
