package com.gloebit.simulator.program;

import com.gloebit.simulator.Product;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A product as it is typed: {@code NAME:PRICE}, and then {@code :grantable}, {@code :unavailable}, {@code :limit=N}. */
final class ProductOption implements ITypeConverter<Product> {
    private static final String LIMIT = "limit=";

    @Override
    public Product convert(String value) {
        String[] parts = value.split(":", -1);
        if (parts.length < 2 || parts[0].isBlank()) {
            throw refused(value);
        }
        BigDecimal price = Gloebits.parse(parts[1]).orElseThrow(() -> refused(value));
        Product product = Product.of(parts[0], price);
        for (int i = 2; i < parts.length; i++) {
            product = with(parts[i], product, value);
        }
        return product;
    }

    private static Product with(String word, Product product, String value) {
        if (word.equals("grantable")) {
            return product.grantable(true);
        }
        if (word.equals("unavailable")) {
            return product.available(false);
        }
        if (word.matches(LIMIT + "[1-9][0-9]{0,8}")) {
            return product.limit(Integer.parseInt(word.substring(LIMIT.length())));
        }
        throw refused(value);
    }

    private static TypeConversionException refused(String value) {
        return new TypeConversionException(value + "; NAME:PRICE is allowed, followed by any of"
                + " :grantable, :unavailable and :limit=N, such as Torch:1.5:grantable:limit=9");
    }
}
