/** The inventories of users and characters: products and items. */
@NullMarked
package com.gloebit.reactive.inventory;

import org.jspecify.annotations.NullMarked;
