/** No more than a shop needs. */
module shop {
    requires com.gloebit.reactive;
    requires com.gloebit.simulator;
}
