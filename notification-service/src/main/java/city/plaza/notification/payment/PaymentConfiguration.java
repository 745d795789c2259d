package city.plaza.notification.payment;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

	@Bean
	EventConsumer paymentConsumer(TellOfPayment tell) {
		return EventConsumer.of("payments", "billing.payments")
			.on(PaymentSubmitted.TYPE, PaymentSubmitted.class, tell::submitted)
			.on(PaymentFailed.TYPE, PaymentFailed.class, tell::failed)
			.on(PaymentPosted.TYPE, PaymentPosted.class, tell::posted);
	}

}
