package com.gloebit.examples.shop;

import com.gloebit.examples.webflux.WebFluxShop;

class WebFluxShopTest extends ShopContract {
    WebFluxShopTest() {
        super(WebFluxShop.class);
    }
}
