package shop

import com.gloebit.reactive.authorization.ClientSecrets
import com.gloebit.reactive.authorization.Credential
import com.gloebit.reactive.GloebitClient
import com.gloebit.reactive.settings.GloebitEnvironment
import com.gloebit.reactive.failure.AccessTokenInvalidException
import com.gloebit.reactive.failure.AuthorizationFailedException
import com.gloebit.reactive.failure.CallBlockedException
import com.gloebit.reactive.failure.CrossSiteStateException
import com.gloebit.reactive.failure.GloebitException
import com.gloebit.reactive.failure.RequestRefusedException
import com.gloebit.reactive.failure.ScopeMissingException
import com.gloebit.reactive.failure.ServiceUnreachableException
import com.gloebit.reactive.failure.TransactionCancelledException
import com.gloebit.reactive.failure.TransactionInDoubtException
import com.gloebit.reactive.failure.TransactionNotInJournalException
import com.gloebit.reactive.failure.TransactionRejectedException
import com.gloebit.reactive.failure.UnexpectedStatusException
import com.gloebit.reactive.failure.UnreadableAnswerException
import com.gloebit.reactive.failure.UserNotAuthorizedException
import com.gloebit.reactive.failure.UsernameRequiredException
import com.gloebit.reactive.transaction.ItemPurchase
import com.gloebit.reactive.transaction.ProductPurchase
import com.gloebit.reactive.transaction.TransactionId
import com.gloebit.simulator.Application
import com.gloebit.simulator.GloebitSimulator
import com.gloebit.simulator.Product
import java.math.BigDecimal
import java.net.URI
import java.time.Duration
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull
import kotlinx.coroutines.runBlocking

private val callback = URI.create("https://shop.example/callback")

/** Buys torches from a simulated Gloebit; ends with an exception unless all is as it should be. */
fun main() {
    GloebitSimulator.builder()
        .application(Application.of("shop", "secret", callback))
        .account("ada", "password", BigDecimal("100"))
        .product(Product.of("Torch", BigDecimal("2")))
        .start()
        .use { service -> runBlocking { visit(service) } }
}

private suspend fun visit(service: GloebitSimulator) {
    val gloebit = GloebitClient.builder(ClientSecrets.of("shop", "secret"))
        .environment(GloebitEnvironment.custom(service.baseUri()))
        .redirectUri(callback)
        .build()
    val ada = gloebit.withCredential(Credential.of(service.issueToken("shop", "ada", "user balance inventory transact")))

    val torches = ProductPurchase.of(TransactionId.of("order-1"), "Torch").withQuantity(3)
    val receipt = ada.purchase(torches).awaitSingle()
    expect(0, receipt.balance?.compareTo(BigDecimal("94")))
    expect(listOf("Torch" to 3L), ada.products().list().asFlow().map { it.product() to it.count() }.toList())

    val told = try {
        ada.purchase(ItemPurchase.of(TransactionId.of("order-2"), "castle", 1000)).awaitSingle().toString()
    } catch (failure: GloebitException) {
        advice(failure)
    }
    expect("buy gloebits: INSUFFICIENT_FUNDS", told)

    gloebit.closeGracefully(Duration.ofSeconds(30)).awaitSingleOrNull()
    println("Kotlin: bought $receipt")
}

/** Without an else: a failure that is added stops this from compiling, and does not go unnoticed. */
private fun advice(failure: GloebitException): String = when (failure) {
    is AccessTokenInvalidException -> "authorize again"
    is AuthorizationFailedException -> "authorize again: ${failure.error()}"
    is CallBlockedException -> "wait: ${failure.blockedBy()}"
    is CrossSiteStateException -> "start the authorization again"
    is RequestRefusedException -> "refused: ${failure.details().reason()}"
    is ScopeMissingException -> "ask for a further scope"
    is ServiceUnreachableException -> "try later"
    is TransactionCancelledException -> "not paid"
    is TransactionInDoubtException -> "send ${failure.pending().transactionId()} again"
    is TransactionNotInJournalException -> "unknown here"
    is TransactionRejectedException -> "buy gloebits: ${failure.failure()}"
    is UnexpectedStatusException -> "try later"
    is UnreadableAnswerException -> "try later"
    is UserNotAuthorizedException -> "authorize"
    is UsernameRequiredException -> "name the user"
}

private fun expect(expected: Any, found: Any?) {
    check(expected == found) { "Expected $expected, found $found" }
}
