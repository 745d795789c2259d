package city.plaza.platform.events;

import java.util.List;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class SubscriptionsTests {

	@Test
	void startsListeningOnceTheNetworkKnowsKafkasName() {
		MessageListenerContainer listener = mock();
		willThrow(new ConfigException("No resolvable bootstrap urls")).willDoNothing().given(listener).start();
		Subscriptions subscriptions = new Subscriptions(List.of(listener));
		subscriptions.start();
		assertThat(subscriptions.isRunning()).isTrue();
		await().untilAsserted(() -> verify(listener, atLeast(2)).start());
		verify(listener).stop();
		willDoNothing().given(listener).stop();
		subscriptions.stop();
	}

	@Test
	void refusesTwoSubscriptionsOfOneName() {
		List<Subscription> two = List.of(Subscription.of("same", "a"), Subscription.of("same", "b"));
		assertThatThrownBy(() -> Consumptions.of(two, "test-service")).isInstanceOf(IllegalStateException.class)
			.hasMessage("Two subscriptions are named same");
	}

}
