package city.plaza.notification.payment;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

	@Bean
	EventConsumer paymentConsumer(NotifyOfPayment notify) {
		return EventConsumer.of("payments", "billing.payments")
			.on(PaymentSubmitted.TYPE, PaymentSubmitted.class, notify::submitted)
			.on(PaymentFailed.TYPE, PaymentFailed.class, notify::failed)
			.on(PaymentPosted.TYPE, PaymentPosted.class, notify::posted);
	}

}
