package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.List;

import city.plaza.platform.events.ConsumerGroup;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class ListenersTests {

	private static final ConsumerGroup GROUP = new ConsumerGroup("some", "topic", "service.some");

	@Test
	void startsListeningOnceTheNetworkKnowsKafkasName() {
		ConcurrentMessageListenerContainer<String, byte[]> listener = mock();
		given(listener.isRunning()).willReturn(true);
		given(listener.isInExpectedState()).willReturn(true);
		willThrow(new ConfigException("No resolvable bootstrap urls")).willDoNothing().given(listener).start();
		Listeners listeners = new Listeners(
				List.of(new Listener(listener, new ListenerState(GROUP), Duration.ofMillis(100))));
		listeners.start();
		assertThat(listeners.isRunning()).isTrue();
		await().untilAsserted(() -> verify(listener, atLeast(2)).start());
		verify(listener).stop();
		willDoNothing().given(listener).stop();
		listeners.stop();
	}

	@Test
	void startsAListenerAgainThatStopped() {
		ConcurrentMessageListenerContainer<String, byte[]> listener = mock();
		given(listener.isRunning()).willReturn(true, false, false, true);
		given(listener.isInExpectedState()).willReturn(true);
		ListenerState state = new ListenerState(GROUP);
		Listeners listeners = new Listeners(List.of(new Listener(listener, state, Duration.ofMillis(100))));
		listeners.start();
		await().until(state::isStopped);
		await().untilAsserted(() -> verify(listener, times(2)).start());
		await().until(() -> !state.isStopped());
		listeners.stop();
	}

	@Test
	void refusesTwoConsumersOfOneName() {
		List<EventConsumer> two = List.of(EventConsumer.of("same", "a"), EventConsumer.of("same", "b"));
		assertThatThrownBy(() -> EventConsumers.of(two, (consumer) -> null)).isInstanceOf(IllegalStateException.class)
			.hasMessage("Two event consumers are named same");
	}

}
