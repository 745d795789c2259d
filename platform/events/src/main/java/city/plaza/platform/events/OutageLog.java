package city.plaza.platform.events;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.listener.RetryListener;

/** Says once that a record has to wait, not at each try. */
class OutageLog implements RetryListener {

	private static final Logger log = LoggerFactory.getLogger(OutageLog.class);

	private final Consumption consumption;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	OutageLog(Consumption consumption) {
		this.consumption = consumption;
	}

	@Override
	public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception error, int attempt) {
		if (error == null) {
			return;
		}
		Fault fault = Fault.of(error);
		if (fault != Fault.POISON && this.told.add(fault + Causes.name(error))) {
			log.warn("{} waits at {}-{}@{} and tries again: {}", this.consumption.group(), record.topic(),
					record.partition(), record.offset(), Causes.name(error));
		}
	}

}
