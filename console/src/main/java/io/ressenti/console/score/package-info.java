/** What the brand's touchpoints score, honestly: every value with its n and its interval, or the words "too few answers". */
package io.ressenti.console.score;
