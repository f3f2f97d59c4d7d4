@NullMarked
package com.gloebit.examples.demo.shop;

import org.jspecify.annotations.NullMarked;
