/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.sightline.samples.alert.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.webhook.AlertEntry.Decision;

import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AlertRepository extends ListCrudRepository<AlertEntry, String> {

	Optional<AlertEntry> findFirstByFingerprintOrderByReceivedAtDesc(String fingerprint);

	Optional<AlertEntry> findFirstByFingerprintAndStartsAtOrderByReceivedAtDesc(String fingerprint, Instant startsAt);

	Optional<AlertEntry> findFirstByFingerprintAndDecisionOrderByDecidedAtDesc(String fingerprint, Decision decision);

	Optional<AlertEntry> findFirstByFingerprintAndStatusAndDecisionOrderByDecidedAtDesc(String fingerprint,
			Alert.Status status, Decision decision);

	List<AlertEntry> findAllByOrderByReceivedAtDesc(Limit limit);

	@Modifying
	@Query("delete from alerts where received_at < :time")
	int deleteReceivedBefore(Instant time);

}
