package city.plaza.platform.events.topic;

import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;

/** Waits for a response of Kafka's administration. */
final class TopicResponse {

	private TopicResponse() {
	}

	/**
	 * Waits for the response.
	 * @throws ApiException the refusal of Kafka
	 * @throws TopicException if there was no response
	 */
	static <T> T await(String topic, KafkaFuture<T> response) {
		try {
			return response.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof ApiException refusal) {
				throw refusal;
			}
			throw new TopicException(topic, ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TopicException(topic, ex);
		}
	}

}
