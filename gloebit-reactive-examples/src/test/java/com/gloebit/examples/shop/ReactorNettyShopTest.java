package com.gloebit.examples.shop;

import com.gloebit.examples.reactornetty.ReactorNettyShop;

class ReactorNettyShopTest extends ShopContract {
    ReactorNettyShopTest() {
        super(ReactorNettyShop.class);
    }
}
